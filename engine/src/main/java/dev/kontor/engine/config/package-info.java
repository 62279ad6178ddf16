/**
 * What the operator configured: connections, value tables and flows, checked before anything runs.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.config;
