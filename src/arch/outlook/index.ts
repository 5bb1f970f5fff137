/** What the checks of other rooms see of a project, and how they add to its report. */
export { completedReport, outlookOn } from './outlook.ts';
export type { Outlook, OutlookDraft } from './outlook.ts';
