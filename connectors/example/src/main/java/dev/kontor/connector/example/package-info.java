/**
 * The honest minimum of a connector: orders as JSON files in a folder. Copy it to begin a new one.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.example;
