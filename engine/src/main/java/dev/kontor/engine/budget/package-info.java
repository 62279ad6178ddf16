/** The hub's way to the network: deadlines, concurrency, request budgets, breaker, lease check. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.budget;
