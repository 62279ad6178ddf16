package dev.kontor.engine.problem;

/** A text for people in both languages of the console. */
public record Words(String en, String de) {}
