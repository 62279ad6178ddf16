/**
 * The engine in a world of its own: the clock is driven, the systems are simulated, and one dice
 * decides who goes on and what goes wrong. One seed is one history, and replays exactly.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof.simulation;
