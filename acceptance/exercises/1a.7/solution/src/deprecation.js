const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);

// A middleware that says in each answer until when it will be given. Times are in milliseconds.
export function announceEnd({ deprecated, sunset, page }) {
  if (sunset < deprecated) {
    throw new Error(`The sunset ${dayOf(sunset)} is earlier than the deprecation ${dayOf(deprecated)}`);
  }
  return (req, res, next) => {
    req.deprecated = true;
    res.set({ Deprecation: `@${Math.floor(deprecated / 1000)}`, Sunset: new Date(sunset).toUTCString() });
    res.append('Link', `<${page}>; rel="deprecation"; type="text/html"`);
    next();
  };
}
