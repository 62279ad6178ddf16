package dev.kontor.twin.magento;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the catalogue, each with a shop of its own. */
abstract class OnShelf {

  Shelf shelf;

  @BeforeEach
  void start() throws IOException {
    shelf = new Shelf();
  }

  @AfterEach
  void stop() {
    shelf.close();
  }
}
