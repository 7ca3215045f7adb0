// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.Names;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.filter.SqlLogFilters;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Log filters: what is left out of the lake, for one tenant or for all.
@RestController
@RequestMapping("/connect/api/v1/log_filters")
public final class LogFiltersEndpoint {

    private static final String KIND = "log_filter";
    private static final String ALL = "all";

    private final SqlLogFilters filters;
    private final FilterPreview preview;
    private final ActivityLog log;

    /// A filter as it is answered.
    public record Answer(@JsonProperty("_id") String id, String name, String custId, List<Condition> conditions) {

        static Answer of(LogFilter filter) {
            return new Answer(
                    filter.id(),
                    filter.name(),
                    filter.tenantId().orElse(ALL),
                    filter.conditions().stream().map(Condition::of).toList());
        }
    }

    /// A condition as it is answered.
    public record Condition(String field, String operator, Object value) {

        static Condition of(FilterCondition condition) {
            Object value = condition.values().size() == 1 ? condition.values().getFirst() : condition.values();
            return new Condition(condition.field(), condition.operator().label(), value);
        }
    }

    public LogFiltersEndpoint(State state, FilterPreview preview, ActivityLog log) {
        this.filters = state.logFilters();
        this.preview = preview;
        this.log = log;
    }

    /// Those of the caller's tenants and those for all.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        return Listed.all(filters.list(caller.scope()).stream().map(Answer::of).toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public Answer get(Caller caller, @PathVariable String id) {
        return Answer.of(filter(caller, id));
    }

    /// Makes one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Answer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_LOG_FILTERS);
        String name = Names.required(body, "name");
        Optional<String> tenant = tenant(body.required("cust_id"));
        List<FilterCondition> conditions = FilterBody.conditions(body);
        body.end();
        LogFilter filter = filters.create(name, tenant, conditions);
        log.did(caller, "create", what(filter));
        return Answer.of(filter);
    }

    /// Changes the keys given; rounds take it up when they start.
    @PutMapping("/{id}")
    public Answer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_LOG_FILTERS);
        LogFilter before = filter(caller, id);
        LogFilter after = new LogFilter(
                id,
                body.has("name") ? Names.required(body, "name") : before.name(),
                body.has("cust_id") ? tenant(body.required("cust_id")) : before.tenantId(),
                body.has("conditions") ? FilterBody.conditions(body) : before.conditions());
        body.end();
        filters.edit(after);
        log.did(caller, "edit", what(after));
        return get(caller, id);
    }

    /// Deletes one that no connector uses.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        caller.require(Permission.EDIT_LOG_FILTERS);
        LogFilter filter = filter(caller, id);
        filters.delete(id);
        log.did(caller, "delete", what(filter));
    }

    /// What a filter with these conditions would have left out of the last days; nothing is kept.
    @PostMapping("/preview")
    public FilterPreview.Answer preview(Caller caller, Body body) {
        List<FilterCondition> conditions = FilterBody.conditions(body);
        Optional<String> tenant = body.text("cust_id").flatMap(LogFiltersEndpoint::tenant);
        long days = body.whole("days").orElse(FilterPreview.USUAL_DAYS);
        body.end();
        if (days < 1 || days > FilterPreview.MOST_DAYS) {
            throw body.bad("days", "takes 1 to " + FilterPreview.MOST_DAYS);
        }
        tenant.filter(id -> !caller.sees(id)).ifPresent(id -> {
            throw body.bad("cust_id", "names no tenant of yours");
        });
        return preview.of(caller, tenant, new LogFilter("", "", tenant, conditions), (int) days);
    }

    private LogFilter filter(Caller caller, String id) {
        return filters.find(id)
                .filter(filter -> filter.tenantId().map(caller::sees).orElse(true))
                .orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static Optional<String> tenant(String custId) {
        return custId.equals(ALL) ? Optional.empty() : Optional.of(custId);
    }

    private static What what(LogFilter filter) {
        return new What(KIND, filter.id(), filter.name());
    }
}
