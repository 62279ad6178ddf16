package dev.kontor.proof.simulation;

/** The systems around the hub, and how well they can be reached. */
record Systems(Shop shop, Erp erp, Weather weather) {}
