import { parentPort, workerData } from 'node:worker_threads';
import { type LinkInput, link } from '@olle/linkage';

// Linkage computes for seconds: it has a thread of its own, so that the server goes on answering.
parentPort!.postMessage(link(workerData as LinkInput));
