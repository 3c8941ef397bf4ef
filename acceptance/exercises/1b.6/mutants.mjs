const [costs, bucket, limit, limiters] = ['src/costs.js', 'src/token-bucket.js', 'src/limit.js', 'src/limiters.js'];

export default [
  { wrong: 'labels are cheap', caught: [1, 2, 3], file: limit, find: ', costOf(req));', put: ');' },
  { wrong: 'everything costs 5', caught: [2], file: costs, find: '?? 1;', put: '?? 5;' },
  { wrong: 'printing costs 4', caught: [1], file: costs, find: "['POST /labels', 5]", put: "['POST /labels', 4]" },
  { wrong: 'a refusal takes what is there', caught: [2], file: bucket, find: 'allowed ? before - price : before;', put: 'allowed ? before - price : 0;' },
  { wrong: 'what is there is enough', caught: [2], file: bucket, find: 'const allowed = before >= price;', put: 'const allowed = before >= everyMs;' },
  { wrong: 'the table knows one spelling', caught: [3], file: costs, find: ".toLowerCase().replace(/(?<=.)\\/$/, '')", put: '' },
  { wrong: 'a slash at the end is free', caught: [3], file: costs, find: ".replace(/(?<=.)\\/$/, '')", put: '' },
  { wrong: 'the wait is until the bucket is full', caught: [4], file: bucket, find: 'full - level : price - level', put: 'full - level : full - level' },
  { wrong: 'the wait is that for one token', caught: [4], file: bucket, find: 'full - level : price - level', put: 'full - level : Math.abs(everyMs - level)' },
  { wrong: 'nobody compares the cost with the capacity', caught: [5], file: limiters, find: 'if (limit < HIGHEST_COST) throw', put: 'if (limit < 1) throw' },
  { wrong: 'a capacity that is just enough is refused', caught: [5], file: limiters, find: 'limit < HIGHEST_COST', put: 'limit <= HIGHEST_COST' },
];
