/** The colours of a picture on a light background, and on a dark one. */
export const COLORS = {
  light: { paper: '#ffffff', ink: '#1f2933', faint: '#5b6673', line: '#8794a3', box: '#eaf1fb', plain: '#f4f5f7', contract: '#e5f4ea', bad: '#c62828', warn: '#a85b00', good: '#1b7a36', excepted: '#6a4fb3' },
  dark: { paper: '#14181d', ink: '#e6e9ed', faint: '#a3adb8', line: '#7b8794', box: '#1e2c40', plain: '#232930', contract: '#173324', bad: '#ff7b72', warn: '#f0a848', good: '#5fd07f', excepted: '#b9a3f5' },
} as const;

/** How the elements of a drawing look, given the colours as variables. */
export const STYLE = `
.edge{color:var(--line)}.edge.error,.label.error{color:var(--bad)}.edge.warning,.label.warning{color:var(--warn)}.edge.excepted,.label.excepted{color:var(--excepted)}.edge.added,.label.added{color:var(--good)}.edge.removed,.label.removed{color:var(--faint)}
.line{fill:none;stroke:currentColor;stroke-width:1.3}.edge.error .line{stroke-width:2.2}.edge.warning .line,.edge.added .line{stroke-width:1.8}.edge.removed .line{stroke-dasharray:6 4}.tip{fill:currentColor}
.node rect{fill:var(--box);stroke:var(--line);stroke-width:1}.node.shared rect,.node.root rect,.node.own rect{fill:var(--plain)}.node.none rect{fill:var(--paper);stroke-dasharray:3 3}.node.contract rect{fill:var(--contract)}
.node.cyclic rect{stroke:var(--bad);stroke-width:2}.node.open rect{stroke:var(--warn);stroke-width:2}.node.added rect{stroke:var(--good);stroke-width:2}.node.removed rect{fill:var(--paper);stroke-dasharray:6 4}
.drawing text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
.drawing .name{font-size:13px;font-weight:600;text-anchor:middle}.drawing .facts{font-size:10.5px;fill:var(--faint);text-anchor:middle}
.drawing .label{font-size:10.5px;text-anchor:middle;fill:currentColor;stroke:var(--paper);stroke-width:3px;paint-order:stroke}.label.allowed{color:var(--faint)}
.focus{fill:none;stroke:var(--faint);stroke-width:1.2}.drawing .focus-name{font-size:12px;font-weight:600;fill:var(--faint)}
.drawing .title{font-size:15px;font-weight:600}.drawing .remark{font-size:11px;fill:var(--faint)}
`;

/** Colours as variables of CSS. */
export function variables(colors: Readonly<Record<string, string>>): string {
  return Object.entries(colors)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
