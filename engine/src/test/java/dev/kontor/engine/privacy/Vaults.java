package dev.kontor.engine.privacy;

import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.util.Map;

/** Hubs whose master keys stand in the environment. */
final class Vaults {

  private Vaults() {}

  /**
   * @param masters the current one first, parted by commas
   */
  static Vault open(RotationBench bench, Path unused, String masters) {
    Map<String, String> environment = Map.of(MasterKeys.VARIABLE, masters);
    return Vault.open(
        bench.database.general(), MasterKeys.load(environment, unused), RotationBench.CLOCK);
  }
}
