import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const escapeStep = (step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

// A function that says where an answer differs from what the document promises: [{ pointer, message }].
export function createBodyCheck(document) {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true })).addSchema(document, 'api');

  return ({ path, method }, { status, type, body }) => {
    const documented = path.replace(/:(\w+)/g, '{$1}');
    const content = document.paths[documented]?.[method]?.responses[status]?.content?.[type];
    if (!content?.schema || body === undefined) return [];
    const steps = ['paths', documented, method, 'responses', String(status), 'content', type, 'schema'];
    const validate = ajv.compile({ $ref: `api#/${steps.map(escapeStep).join('/')}` });
    if (validate(body)) return [];
    return validate.errors.map(({ instancePath, params, message }) => {
      const name = params.missingProperty ?? params.additionalProperty;
      return { pointer: name === undefined ? instancePath : `${instancePath}/${name}`, message };
    });
  };
}
