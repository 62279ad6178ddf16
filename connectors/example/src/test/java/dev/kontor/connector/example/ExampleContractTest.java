package dev.kontor.connector.example;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class ExampleContractTest extends ConnectorContract {

  @TempDir Path folder;

  @Override
  public ConnectorProvider provider() {
    return new ExampleProvider();
  }

  @Override
  public Map<String, String> waivers() {
    return Map.of(
        "TroubleChapter", "a folder has neither network nor sign-in, so nothing can be throttled");
  }

  @Override
  protected String evidence() {
    return "the file system itself";
  }

  @Override
  protected TwinBench open() {
    return new FolderBench(folder);
  }
}
