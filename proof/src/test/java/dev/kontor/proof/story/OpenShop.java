package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Merchant;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Stories told one after the other in the same open shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenShop {

  static final Duration SOON = Duration.ofSeconds(40);

  private final String[] flows;
  protected Merchant merchant;

  /**
   * @param flows that are switched on beside that of orders
   */
  @SuppressWarnings("NullAway.Init") // opened before the first story
  OpenShop(String... flows) {
    this.flows = flows.clone();
  }

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    merchant = Merchant.open(home, flows);
  }

  @AfterAll
  void close() {
    merchant.close();
  }
}
