import express from 'express';
import { accountsRouter } from './accounts-router.js';
import { archiveRouter } from './archive-router.js';
import { authenticate, requireUser } from './auth.js';
import { authRouter, csrfRouter, logoutRouter } from './auth-router.js';
import { now } from './clock.js';
import { convert, isUnit } from './convert.js';
import { createCookies } from './cookies.js';
import { cors } from './cors.js';
import { createCsrf } from './csrf.js';
import { createCursors } from './cursor.js';
import { createAccountRepository } from './db/account-repository.js';
import { createCopyRepository } from './db/copy-repository.js';
import { createLoanRepository } from './db/loan-repository.js';
import { createLoginRepository } from './db/login-repository.js';
import { createMemberRepository } from './db/member-repository.js';
import { createResetRepository } from './db/reset-repository.js';
import { createToolRepository } from './db/tool-repository.js';
import { readSqliteVersion } from './db/version.js';
import { loansRouter } from './loans-router.js';
import { createLogIn } from './log-in.js';
import { meRouter } from './me-router.js';
import { membersRouter } from './members-router.js';
import { createOutbox } from './outbox.js';
import { answerProblem, HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';
import { requestLog } from './request-log.js';
import { resetsRouter } from './resets-router.js';
import { createTokens } from './tokens.js';
import { toolsRouter } from './tools-router.js';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function answerConversion(req, res) {
  const { value } = req.params;
  const { from, to } = req.query;
  if (!NUMBER.test(value)) throw new HttpError(400, 'value must be a decimal number');
  if (!isUnit(from)) throw new HttpError(400, 'from must be one unit');
  if (!isUnit(to)) throw new HttpError(400, 'to must be one unit');
  res.json({ value: Number(value), from, to, result: convert(Number(value), from, to) });
}

function answerLabel(req, res) {
  const { name, shelf } = req.body ?? {};
  if (typeof name !== 'string' || typeof shelf !== 'string') {
    throw new HttpError(400, 'The body must be JSON with the texts name and shelf');
  }
  res.json({ label: `${shelf} - ${name}` });
}

async function fail() {
  throw new Error('secret-detail');
}

function answerSlowly(req, res) {
  const { ms } = req.query;
  if (!/^\d{1,5}$/.test(ms) || Number(ms) > 10_000) {
    throw new HttpError(400, 'ms must be a whole number from 0 to 10000');
  }
  setTimeout(() => res.json({ ms: Number(ms) }), Number(ms));
}

export function createApp({ log, isProduction, debugRoutes, db, cursorKey, scryptLogN, jwtKey, publicUrl, outboxDir, corsOrigins, dataDir }) {
  const app = express();
  const accounts = createAccountRepository({ db, now });
  const logins = createLoginRepository({ db, now });
  const cost = { ln: scryptLogN, r: 8, p: 3 };
  const tokens = createTokens(jwtKey);
  const cookies = createCookies({ isProduction });
  const csrf = createCsrf(jwtKey);
  app.disable('x-powered-by');
  app.use(requestLog({ log }));
  app.use(cors(corsOrigins));
  app.use('/accounts', accountsRouter({ accounts, cost }));
  app.use('/auth/password-resets', resetsRouter({
    accounts, publicUrl, cost, resets: createResetRepository({ db, now }), outbox: createOutbox(outboxDir),
  }));
  app.use('/auth', authRouter({ logIn: createLogIn({ accounts, cost }), logins, tokens, cookies, csrf }));
  app.use(authenticate({ accounts, tokens, cookies }));
  app.use(csrf.guard);
  app.use('/auth/csrf', csrfRouter(csrf));
  app.use('/auth/logout', logoutRouter({ logins, cookies }));

  app.route('/health')
    .get((req, res) => res.json({ status: 'ok' }))
    .all(refuseMethod('GET, HEAD'));

  app.route('/ready')
    .get(async (req, res) => res.json({ status: 'ready', sqlite: await readSqliteVersion(db) }))
    .all(refuseMethod('GET, HEAD'));

  app.route('/echo')
    .post(express.raw({ type: () => true, limit: '2mb' }), (req, res) => {
      res.type('application/octet-stream').send(req.body ?? Buffer.alloc(0));
    })
    .all(refuseMethod('POST'));

  app.route('/convert/:value')
    .get(answerConversion)
    .all(refuseMethod('GET, HEAD'));

  app.route('/labels')
    .post(express.json({ limit: '10kb' }), answerLabel)
    .all(refuseMethod('POST'));

  app.use('/tools', toolsRouter({
    tools: createToolRepository({ db, now }),
    copies: createCopyRepository({ db }),
    cursors: createCursors(cursorKey),
  }));
  app.use('/members', membersRouter(createMemberRepository({ db, now })));
  app.use('/me', meRouter());
  app.use('/loans', requireUser, loansRouter(createLoanRepository({ db, now }), { debugRoutes }));
  app.use('/archive', archiveRouter({ dataDir }));

  if (debugRoutes) {
    app.get('/debug/fail', fail);
    app.get('/debug/slow', answerSlowly);
    app.get('/debug/memory', (req, res) => res.json(process.memoryUsage()));
  }

  app.use((req) => {
    throw new HttpError(404, `Nothing is at ${req.path}`);
  });
  app.use(answerProblem);
  return app;
}
