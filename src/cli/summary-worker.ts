import { parentPort, workerData } from 'node:worker_threads';
import { answerCounts } from '../summary/lane/crew.ts';
import { type TravellingCount, unpackSetup } from '../summary/lane/travel.ts';
import { vocabularyFor } from './vocabulary-for.ts';

/** A thread that counts results: the blocks that the main thread hands to it. */

const setup = workerData as TravellingCount;
const { set } = setup.rest;
if (parentPort !== null) answerCounts(parentPort, unpackSetup(setup, await vocabularyFor(set === null ? [] : [set])));
