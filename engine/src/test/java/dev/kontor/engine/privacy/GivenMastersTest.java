package dev.kontor.engine.privacy;

import static dev.kontor.engine.privacy.RotationBench.TEXT;
import static dev.kontor.engine.privacy.RotationBench.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.engine.vault.VaultException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Master keys that the operator keeps in the environment. */
class GivenMastersTest {

  private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String NEW = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private RotationBench bench;

  @BeforeEach
  void open() {
    bench = new RotationBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Vault hub(String masters) {
    return Vaults.open(bench, bench.file, masters);
  }

  private KeyRotation.Result rotate(String masters) {
    Map<String, String> environment = Map.of(MasterKeys.VARIABLE, masters);
    return new KeyRotation(bench.database.general(), environment, bench.file, RotationBench.CLOCK)
        .rotate("Erika");
  }

  @Test
  void theOneInFrontTakesOverAndTheFileIsLeftAlone() {
    Sealed sealed = seal(hub(OLD), "ada");
    hub(NEW + "," + OLD);
    KeyRotation.Result result = rotate(NEW + "," + OLD);
    assertThat(result.inEnvironment()).isTrue();
    assertThat(result.retired()).hasSize(1);
    assertThat(hub(NEW).open(sealed)).isEqualTo(TEXT);
    assertThat(bench.file).doesNotExist();
  }

  @Test
  void withoutANewOneItSaysWhatToDo() {
    seal(hub(OLD), "ada");
    assertThatThrownBy(() -> rotate(OLD))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("put a new key in front of KONTOR_MASTER_KEY");
  }

  /** Else it would wrap by a key that nobody keeps any more. */
  @Test
  void aHubThatWasNotRestartedIsRefused() {
    Vault stale = hub(OLD);
    rotate(NEW + "," + OLD);
    assertThatThrownBy(() -> seal(stale, "ada"))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("was retired");
  }
}
