package dev.kontor.engine.privacy;

import static dev.kontor.engine.privacy.RotationBench.TEXT;
import static dev.kontor.engine.privacy.RotationBench.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.privacy.KeyRotation.Step;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.engine.vault.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRotationTest {

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

  @Test
  void theOldMasterOpensNothingAfterwards() {
    Sealed sealed = seal(bench.hub(), "ada");
    String old = bench.masters();
    KeyRotation.Result result = bench.rotate();
    assertThat(result.rewrapped()).isGreaterThanOrEqualTo(3);
    assertThat(result.retired()).hasSize(1);
    assertThat(bench.masters()).isNotEqualTo(old).doesNotContain(",");
    assertThat(bench.hub().open(sealed)).isEqualTo(TEXT);
    Path copy = directory.resolve("copy");
    assertThatThrownBy(() -> Vaults.open(bench, copy, old)).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> Vaults.open(bench, copy, old + "," + bench.masters()))
        .hasMessageContaining("was retired");
  }

  @ParameterizedTest
  @EnumSource
  void killedAnywhereItGoesOnWhereItWas(Step death) {
    Vault running = bench.hub();
    List<Sealed> sealed = new ArrayList<>(List.of(seal(running, "ada")));
    AtomicBoolean died = new AtomicBoolean();
    try {
      bench.rotate(
          step -> {
            if (step == death) {
              throw new IllegalStateException("killed");
            }
          });
    } catch (IllegalStateException killed) {
      died.set(true);
    }
    assertThat(died).isTrue();
    sealed.add(seal(running, "berta"));
    sealed.add(seal(bench.hub(), "cora"));
    bench.rotate();
    sealed.add(seal(running, "dora"));
    for (Vault hub : List.of(running, bench.hub())) {
      assertThat(hub.openAll(sealed)).allMatch(opened -> opened.isPresent());
    }
    assertThat(bench.masters()).doesNotContain(",");
  }

  /** It wraps by the old master after all was rewrapped and before that is retired. */
  @Test
  void whatARunningHubWrapsMeanwhileIsMovedToo() {
    Vault running = bench.hub();
    seal(running, "ada");
    List<Sealed> between = new ArrayList<>();
    KeyRotation.Result result =
        bench.rotate(
            step -> {
              if (step == Step.REWRAPPED && between.isEmpty()) {
                between.add(seal(running, "late"));
              }
            });
    assertThat(result.retired()).hasSize(1);
    assertThat(bench.hub().openAll(between)).allMatch(opened -> opened.isPresent());
  }
}
