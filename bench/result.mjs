import { loadCriteria } from '../dist/criteria/load.js';
import { criteriaHash, SHORT_HASH } from '../dist/review/hash.js';
import { shippedSet } from '../dist/shipped.js';
import { RESULT_FIELDS } from '../dist/survey/fields.js';

/** The columns that every contestant adds, and what stands in the last of them in every row. */
export const RESULT = RESULT_FIELDS;
const { name, text } = shippedSet('vn-2022');
export const SET = loadCriteria(name, text, () => null);
export const TAIL = [SET.id, criteriaHash(SET).slice(0, SHORT_HASH), ''];
