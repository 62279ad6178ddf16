package dev.kontor.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
  @TempDir Path directory;

  @Test
  void fileIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    Path file = directory.resolve("master.key");
    String made = MasterKeys.load(Map.of(), file).current();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKeys.load(Map.of(), file).current()).isEqualTo(made);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void rotationPutsAFreshKeyInFrontAndForgettingDropsTheOld() throws Exception {
    Path file = directory.resolve("master.key");
    MasterKeys old = MasterKeys.load(Map.of(), file);
    MasterKeys rotated = MasterKeys.rotate(file);
    assertThat(rotated.current()).isNotEqualTo(old.current());
    assertThat(rotated.key(old.current())).hasSize(32);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    MasterKeys.forgetOld(file);
    MasterKeys left = MasterKeys.load(Map.of(), file);
    assertThat(left.current()).isEqualTo(rotated.current());
    assertThatThrownBy(() -> left.key(old.current())).hasMessageContaining("is missing");
  }

  @Test
  void refusesKeysThatAreNoKeysAndNeverShowsThem() throws Exception {
    Path file = directory.resolve("master.key");
    for (String bad : new String[] {"", "c2hvcnQ=", "not base64!"}) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> MasterKeys.load(Map.of(), file))
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("master.key")
          .hasMessageNotContaining("c2hvcnQ=");
    }
    Files.delete(file);
    MasterKeys.load(Map.of(), file);
    assertThat(MasterKeys.load(Map.of(), file).toString())
        .doesNotContain(Files.readString(file).strip());
  }
}
