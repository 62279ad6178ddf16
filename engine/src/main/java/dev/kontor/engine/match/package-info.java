/** Finds what two systems both know already, has people review it, and links what they decide. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.match;
