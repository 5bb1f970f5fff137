import { pino } from 'pino';

export const logger = pino({ name: 'legacy-shop', level: process.env.LOG_LEVEL ?? 'info' });
