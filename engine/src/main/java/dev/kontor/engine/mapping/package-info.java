/**
 * The mapping language: translations between a system's documents and the commerce model as data,
 * compiled once, applied without copying documents and without ever turning money into binary
 * floating point.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.mapping;
