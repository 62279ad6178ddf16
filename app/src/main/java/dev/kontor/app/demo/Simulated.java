package dev.kontor.app.demo;

import java.util.Map;

/** A running simulation of one system: how people and the hub's configuration reach it. */
public interface Simulated extends AutoCloseable {

  /** Id of the connector that joins it to the hub. */
  String connector();

  /** What people call the system. */
  String name();

  /** Base address without trailing slash. */
  String address();

  /** What else its interface is called with, by words for the terminal, in the order to say it. */
  Map<String, String> access();

  /** What fills its connection in the demo's configuration, by placeholder. */
  Map<String, String> values();

  /** What that configuration keeps in files, by their name in the directory of secrets. */
  Map<String, String> secrets();

  @Override
  void close();
}
