/** The contract of the room: the plugin's configs, made from the rules' own meta. */
export { configsOf, type ConfigName, type Configs } from './configs.ts';
