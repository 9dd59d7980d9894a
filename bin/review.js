#!/usr/bin/env node
require('../dist/cli/chunks.cjs').start();
