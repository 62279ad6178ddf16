package dev.kontor.connector.financeoperations.price;

import tools.jackson.databind.node.ObjectNode;

/** The price of one article as told. */
record PricedContent(ObjectNode content, String version) {}
