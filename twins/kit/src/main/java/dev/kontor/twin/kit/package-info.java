/**
 * What every twin is built from: an HTTP server with fault dials, call counts and a webhook sender.
 */
package dev.kontor.twin.kit;
