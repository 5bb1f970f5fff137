let t=Date.now(); const l=(s:string)=>{console.log(s,Date.now()-t);t=Date.now()};
const { PGlite } = await import('@electric-sql/pglite'); l('import pglite');
await import('../src/app.ts'); l('import app');
const pg=new PGlite(); await pg.waitReady; l('ready');
const dump=await pg.dumpDataDir('none'); l('dump'); console.log(dump.size);
const p2=await PGlite.create({loadDataDir: dump}); l('load');
const c = await p2.clone(); await c.query('select 1'); l('clone');
