package dev.kontor.proof.simulation;

import dev.kontor.contract.sample.AssembledConnector;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A system as one process reaches it. */
class SimulatedConnector extends AssembledConnector {

  /** One of the last page comes again. */
  private static final int OVERLAP = 1;

  private final Wire wire;

  SimulatedConnector(String id, Wire wire, Map<EntityType, Set<Ability>> abilities) {
    super(id, abilities, World.LONGEST_CALL, World.SETTLE);
    this.wire = wire;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    wire.connect(toolbox.http());
    return super.connect(settings, toolbox);
  }

  static Page page(List<Document> all, @Nullable Cursor from, int limit) {
    return page(all, from, limit, OVERLAP);
  }

  /** The cursor of whoever has read all of them. */
  static String end(List<Document> all) {
    return String.valueOf(all.size());
  }

  /** A reader over a way that may fail. */
  abstract static class WiredReader implements Reader {
    @Override
    public List<Document> find(Identity identity) {
      throw new UnsupportedOperationException("nobody searches here");
    }

    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody reads changes here");
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody lists keys here");
    }
  }
}
