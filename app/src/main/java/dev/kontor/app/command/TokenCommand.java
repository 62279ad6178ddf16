package dev.kontor.app.command;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Token;
import dev.kontor.engine.access.Tokens;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What programs call the administration with; for whoever has the machine. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create|list|revoke",
    description = "Makes and revokes what programs call the administration with.",
    footer = {
      "",
      "Rights: read, personal, decide, configure, audit, users. A program sends its token as",
      "Authorization: Bearer TOKEN"
    })
public final class TokenCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  private int within(HomeOption home, Consumer<Tokens> work) {
    return AccessWork.within(spec, home, access -> work.accept(access.tokens()));
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it, this once.")
  int create(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
      @Option(names = "--right", required = true, paramLabel = "RIGHT", description = "May repeat.")
          List<String> rights,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "Until it expires (default: never).")
          @Nullable Integer days) {
    return within(
        home,
        tokens ->
            spec.commandLine()
                .getOut()
                .println(
                    tokens
                        .create(
                            name,
                            rights.stream().map(Right::of).collect(Collectors.toSet()),
                            days,
                            by.name())
                        .secret()));
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens.")
  int list(@Mixin HomeOption home) {
    return within(home, tokens -> tokens.all().forEach(this::print));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Lets a program in no more.")
  int revoke(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Parameters(paramLabel = "ID", description = "As list shows it.") long id) {
    return within(
        home,
        tokens -> {
          tokens.revoke(id, by.name());
          spec.commandLine().getOut().println(id + " revoked");
        });
  }

  private void print(Token token) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-4d %-24s %-30s %s, %s%n",
        token.id(),
        token.name(),
        String.join(" ", Right.words(token.rights())),
        token.expires() == null ? "for ever" : "until " + token.expires(),
        token.lastUsed() == null ? "never used" : "last used " + token.lastUsed());
  }
}
