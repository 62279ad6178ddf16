package dev.kontor.proof.story;

import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Stories of what goes wrong in one installation, each mended in the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedHub {

  static final String ANNE = "anne@kunde.example";

  protected Path directory;
  protected Operator operator;

  @SuppressWarnings("NullAway.Init") // opened before the first story
  ServedHub() {}

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    directory = home;
    operator = new Operator(home, pair());
  }

  /** The shop and the ERP of these stories. */
  TwinPair pair() throws IOException {
    return new TwinPair();
  }

  /** The ERP's number of a customer. */
  final String debtor(String email) {
    return operator.pair().truth().debtors().stream()
        .filter(d -> d.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow()
        .path("number")
        .asString();
  }

  /** Changes one record of the ERP as a person does. */
  final void enter(String table, ObjectNode row) {
    ObjectNode setup = Json.object();
    setup.putArray(table).add(row);
    operator.pair().erp().setup(setup);
  }

  @AfterEach
  void everythingIsMended() {
    try {
      operator.awaitNothingLeft();
    } finally {
      operator.stop();
    }
  }

  @AfterAll
  void close() {
    operator.close();
  }
}
