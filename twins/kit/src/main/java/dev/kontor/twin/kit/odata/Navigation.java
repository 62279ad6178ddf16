package dev.kontor.twin.kit.odata;

/** A path from a row to the rows of another set whose remote column equals the local one. */
public record Navigation(
    String name, String targetSet, boolean many, String local, String remote) {}
