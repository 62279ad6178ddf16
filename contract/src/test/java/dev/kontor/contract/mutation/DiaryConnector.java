package dev.kontor.contract.mutation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the diary that is open. */
record DiaryConnector(Diary diary) implements ConnectorProvider {

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "diary",
        "A diary in this process",
        ModelJson.parse("{\"properties\": {\"secret\": {\"writeOnly\": true}}}"),
        Map.of(
            EntityType.PRODUCT,
            Set.of(Ability.READ_CHANGES, Ability.SEE_DELETES, Ability.FIND_BY_ID)),
        List.of(),
        Duration.ofSeconds(1),
        Duration.ZERO);
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new Opened(diary, settings);
  }

  private record Opened(Diary diary, Settings settings) implements Connector, Reader {
    @Override
    public List<Finding> check() {
      return settings.text("secret").equals(Diary.SECRET)
          ? List.of(Finding.ok("sign-in", "opens the diary"))
          : List.of(Finding.error("sign-in", "does not open it", "correct the setting secret"));
    }

    @Override
    public Optional<Reader> reader(EntityType type) {
      return type == EntityType.PRODUCT ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<Writer> writer(EntityType type) {
      return Optional.empty();
    }

    /** The cursor is the stamp of the last entry read. */
    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      int known = from == null ? 0 : Integer.parseInt(from.value());
      List<Document> waiting =
          diary.all().stream().filter(e -> Integer.parseInt(e.version()) > known).toList();
      List<Document> page = waiting.stream().limit(limit).toList();
      String reached = page.isEmpty() ? String.valueOf(known) : page.getLast().version();
      return new Page(page, new Cursor(reached), waiting.size() > page.size());
    }

    @Override
    public List<Document> find(Identity identity) {
      if (identity instanceof Identity.NativeId(String id)) {
        if (!settings.text("secret").equals(Diary.SECRET)) {
          throw new FaultException(new Fault.SignInRefused("the diary stays closed"));
        }
        return diary.all().stream().filter(e -> e.id().equals(id) && !e.deleted()).toList();
      }
      throw unsupported();
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      throw unsupported();
    }

    private static FaultException unsupported() {
      return new FaultException(new Fault.Unsupported("a diary is read by id only"));
    }

    @Override
    public String toString() {
      return "diary";
    }
  }
}
