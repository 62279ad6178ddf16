package dev.kontor.spi;

import java.time.InstantSource;

/** What the engine lends a connector. Logging, redaction, budget and deadlines live behind it. */
public interface Toolbox {

  /** The only way to the network. */
  Http http();

  /** The only clock. */
  InstantSource clock();
}
