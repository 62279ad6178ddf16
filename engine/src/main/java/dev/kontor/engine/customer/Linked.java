package dev.kontor.engine.customer;

import dev.kontor.spi.Document;

/** A link with what the flow's source shows of it. */
record Linked(CustomerLink link, Document here) {}
