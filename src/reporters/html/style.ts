import { COLORS, STYLE, variables } from '../../pictures/index.ts';

const MORE = {
  light: { panel: '#f7f8fa', rule: '#d9dee4', link: '#0b57d0', focus: '#0b57d0' },
  dark: { panel: '#1b2026', rule: '#343c45', link: '#8ab4f8', focus: '#8ab4f8' },
};

const LIGHT = variables({ ...COLORS.light, ...MORE.light });
const DARK = variables({ ...COLORS.dark, ...MORE.dark });

/** How the page looks: light, dark, on a narrow screen, on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 24px}
h1{font-size:26px;margin:28px 0 4px;overflow-wrap:anywhere}h2{font-size:20px;margin:40px 0 10px;padding-top:8px;border-top:1px solid var(--rule)}h3{font-size:16px;margin:20px 0 6px}h4{font-size:14px;margin:10px 0 4px}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:24px;top:8px;background:var(--paper);padding:6px 12px;z-index:1}
.verdict{font-size:17px;margin:0 0 8px}.verdict.error{color:var(--bad)}.verdict.warning{color:var(--warn)}.verdict.good{color:var(--good)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:0;padding:0}
code,pre,.place{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
.place{color:var(--faint);overflow-wrap:anywhere}
p code,li code,h3 code,td code{background:var(--panel);padding:0 3px;border-radius:3px;overflow-wrap:anywhere}
pre{background:var(--panel);border:1px solid var(--rule);border-radius:6px;padding:8px 12px;overflow-x:auto;margin:8px 0}.carets{color:var(--bad)}
.filters{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:8px 0}.filters label{color:var(--faint);font-size:13px}.filters select{max-width:220px}
input,select,button{font:inherit;font-size:13px;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:5px;padding:3px 8px}button{cursor:pointer}
.graph{display:flex;flex-wrap:wrap;gap:16px;border:1px solid var(--rule);border-radius:8px;padding:8px}
.graph svg{flex:1 1 420px;min-width:0;max-width:100%;height:auto;max-height:78vh;touch-action:pan-y;cursor:grab;user-select:none}
#panel{flex:0 1 300px;max-height:78vh;overflow-y:auto;background:var(--panel);border-radius:6px;padding:4px 14px;font-size:13px}#panel ul{padding-left:18px}#panel .forbidden{color:var(--bad)}
.node,.edge{cursor:pointer}.dim{opacity:.12}.out{display:none}.graph .node:focus-visible{outline:none}.graph .node:focus-visible rect{stroke:var(--focus);stroke-width:3}.edge:hover .line{stroke-width:3.5}
.edge .line{pointer-events:stroke}.label{pointer-events:none}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--faint);font-size:13px}.key::before{content:"";display:inline-block;width:22px;margin-right:6px;vertical-align:middle;border-top:3px solid}
.key.error::before{border-color:var(--bad)}.key.warning::before{border-color:var(--warn)}.key.excepted::before{border-color:var(--excepted)}.key.added::before{border-color:var(--good)}.key.removed::before{border-color:var(--faint);border-top-style:dashed}
.group{margin:8px 0}.group>summary{cursor:pointer;padding:4px 0}.module-name{font-weight:600}.count{color:var(--faint);font-size:13px}
.finding{border-left:4px solid var(--line);padding:2px 0 2px 14px;margin:12px 0}.finding.error{border-color:var(--bad)}.finding.warning{border-color:var(--warn)}.finding p{margin:4px 0}.finding h4{font-weight:400}
.state{font-weight:600}.finding.error .state{color:var(--bad)}.finding.warning .state{color:var(--warn)}.finding.baselined .state{color:var(--faint)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--rule)}.number{text-align:right}td ul{margin:0;padding-left:16px}tr.error td:last-child{color:var(--bad);font-weight:600}
.numbers{display:flex;flex-wrap:wrap;gap:8px 32px;margin:0 0 12px}.numbers dt{color:var(--faint);font-size:13px}.numbers dd{margin:0;font-size:22px}
.note{color:var(--faint)}.arrows{margin:8px 0}footer{color:var(--faint);font-size:13px;padding-top:24px;padding-bottom:32px}
@media (max-width:640px){header,main,footer{padding:0 14px}h1{font-size:22px}.graph svg{flex-basis:100%}#panel{flex-basis:100%}.filters select{max-width:150px}}
@media print{:root{color-scheme:light;${LIGHT}}.needs-script,#panel,nav,.skip,.arrows{display:none!important}body{font-size:11px}h2{break-after:avoid}.finding,tr,.cycle{break-inside:avoid}pre{white-space:pre-wrap;overflow-wrap:anywhere}.graph{border:0;padding:0}.graph svg{max-height:22cm}.dim{opacity:1}.scroll{overflow:visible}a{color:inherit}}
${STYLE}`;
