package dev.kontor.contract.mutation;

import dev.kontor.contract.ChangedToolbox;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.util.Map;

/** A sound provider whose connectors are tampered with. */
record MutantProvider(ConnectorProvider inner, Tampering tampering) implements ConnectorProvider {

  @Override
  public Descriptor descriptor() {
    return inner.descriptor();
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    Connector sound = inner.connect(settings, new ChangedToolbox(toolbox, tampering::http));
    return new MutantConnector(sound, tampering, descriptor(), settings);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    return inner.functions();
  }
}
