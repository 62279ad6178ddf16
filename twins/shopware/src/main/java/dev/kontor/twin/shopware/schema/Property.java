package dev.kontor.twin.shopware.schema;

/** One key of an entity's JSON, in the order the shop prints it. */
public sealed interface Property permits Field, Association {
  String name();
}
