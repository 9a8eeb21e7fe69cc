package dev.crossdock.api.v1.channels;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.channels.AccountStored;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.NewChannelAccount;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The shops and seller ids orders come from. */
@RestController
class ChannelAccountsEndpoint {

  private static final int NAME_MAX = 200;

  private final Commands commands;
  private final ChannelAccounts accounts;

  ChannelAccountsEndpoint(Commands commands, ChannelAccounts accounts) {
    this.commands = commands;
    this.accounts = accounts;
  }

  @PostMapping("/api/v1/channel-accounts")
  @RequiresScope(Scope.CHANNELS_WRITE)
  ResponseEntity<ChannelAccountView> put(ApiCall call, @RequestBody ChannelAccountBody body) {
    NewChannelAccount account = account(body);
    return commands.reply(
        call,
        ChannelAccountView.class,
        tx ->
            switch (accounts.put(tx, account)) {
              case AccountStored.Created() -> new Reply<>(HttpStatus.CREATED, stored(tx, account));
              case AccountStored.Changed() -> new Reply<>(HttpStatus.OK, stored(tx, account));
              case AccountStored.Refused(String field, String rule, String sentence) ->
                  throw Refusal.invalid(List.of(new FieldError(field, rule, sentence)));
            });
  }

  @GetMapping("/api/v1/channel-accounts")
  @RequiresScope(Scope.CHANNELS_READ)
  ChannelAccountView.Listing list(ApiCall call) {
    List<ChannelAccount> all = commands.read(call, accounts::list);
    return new ChannelAccountView.Listing(all.stream().map(ChannelAccountView::of).toList());
  }

  private ChannelAccountView stored(Tx tx, NewChannelAccount account) {
    return accounts.list(tx).stream()
        .map(ChannelAccountView::of)
        .filter(view -> view.channel().equals(account.channel()) && view.account().equals(account.account()))
        .findFirst()
        .orElseThrow();
  }

  private static NewChannelAccount account(ChannelAccountBody body) {
    List<FieldError> errors = new ArrayList<>();
    String channel = required("/channel", body.channel(), errors);
    String account = required("/account", body.account(), errors);
    String name = body.name() == null || body.name().isBlank() ? account : body.name().strip();
    if (name.length() > NAME_MAX || name.indexOf('\0') >= 0) {
      errors.add(new FieldError("/name", "format", "A name has at most " + NAME_MAX + " characters."));
    }
    Map<String, String> settings = texts("/settings", body.settings(), errors);
    Map<String, String> credentials = texts("/credentials", body.credentials(), errors);
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new NewChannelAccount(channel, account, name, settings, credentials);
  }

  private static String required(String pointer, @Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      errors.add(new FieldError(pointer, "required", "This must be given."));
      return "";
    }
    return text;
  }

  private static Map<String, String> texts(
      String pointer, @Nullable Map<String, String> given, List<FieldError> errors) {
    if (given == null) {
      return Map.of();
    }
    if (given.values().stream().anyMatch(Objects::isNull)) {
      errors.add(new FieldError(pointer, "required", "Every value must be a text."));
      return Map.of();
    }
    return given;
  }
}
