/** The ways by which an alert reaches people. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.alert.way;
