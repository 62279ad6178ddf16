/** The way to the network: calls that wait on their own thread. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.http;
