// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import static dev.birdsong.engine.filter.FilterOperator.EXISTS;
import static dev.birdsong.engine.filter.FilterOperator.IN;
import static dev.birdsong.engine.filter.FilterOperator.IS;
import static dev.birdsong.engine.filter.FilterOperator.MATCHES;
import static dev.birdsong.engine.filter.FilterOperator.NOT_EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSetTest {

    private static final Document RECORD = Document.of("""
            {"srcip": "10.20.30.40", "dstport": "22", "hostname": "Files-01", "blank": " ", "nothing": null,
             "thinkst_canary": {"event": {"USERNAME": ["root", "admin"], "PORTS": [80, 443]}}}""");

    @ParameterizedTest
    @CsvSource({
        "hostname, IS, files-01",
        "hostname.keyword, IS, files-01",
        "hostname, IS_NOT, other",
        "missing, IS_NOT, other",
        "hostname, CONTAINS, LES-",
        "hostname, STARTS_WITH, file",
        "hostname, ENDS_WITH, -01",
        "hostname, MATCHES, ^files-[0-9]+$",
        "dstport, GREATER_THAN, 21",
        "dstport, LESS_THAN, 22.5",
        "hostname, IN, FILES-01",
        "srcip, IN_CIDR, 10.0.0.0/8",
        "thinkst_canary.event.USERNAME, IS, admin",
        "thinkst_canary.event.PORTS, GREATER_THAN, 400",
    })
    void leavesOutWhatFits(String field, FilterOperator operator, String value) {
        assertThat(isLeftOut(new FilterCondition(field, operator, List.of(value))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hostname, IS, files",
        "hostname, IS_NOT, FILES-01",
        "thinkst_canary.event.USERNAME, IS_NOT, root",
        "missing, IS, other",
        "hostname, CONTAINS, xyz",
        "hostname, STARTS_WITH, 01",
        "hostname, ENDS_WITH, files",
        "hostname, MATCHES, ^[0-9]+$",
        "dstport, GREATER_THAN, 22",
        "dstport, LESS_THAN, 22",
        "hostname, GREATER_THAN, 1",
        "hostname, IN, other",
        "srcip, IN_CIDR, 192.168.0.0/16",
        "hostname, IN_CIDR, 10.0.0.0/8",
    })
    void letsInWhatDoesNot(String field, FilterOperator operator, String value) {
        assertThat(isLeftOut(new FilterCondition(field, operator, List.of(value))))
                .isFalse();
    }

    @Test
    void takesBlankAndNullForMissing() {
        assertThat(isLeftOut(new FilterCondition("blank", EXISTS, List.of()))).isFalse();
        assertThat(isLeftOut(new FilterCondition("nothing", NOT_EXISTS, List.of())))
                .isTrue();
        assertThat(isLeftOut(new FilterCondition("srcip", EXISTS, List.of()))).isTrue();
    }

    @Test
    void wantsAllConditionsOfAFilterAndAnyOfSeveralFilters() {
        var host = new FilterCondition("hostname", IS, List.of("files-01"));
        var port = new FilterCondition("dstport", IS, List.of("23"));
        var both = filter("both", host, port);
        var either = filter("host", host);

        assertThat(new FilterSet(List.of(both)).matching(RECORD)).isEmpty();
        assertThat(new FilterSet(List.of(both, either)).matching(RECORD)).contains("host");
    }

    @Test
    void countsWhatEachFilterLeavesOut() {
        var filters = new FilterSet(List.of(filter("f1", new FilterCondition("dstport", IN, List.of("22", "23")))));
        var record = new LakeRecord(new RecordKey(Index.SYSLOG, "t", "1", 0), Version.NONE, "f", RECORD);

        assertThat(filters.leavingOut(record)).isPresent();
        assertThat(filters.leavingOut(record)).isPresent();

        assertThat(filters.leftOut()).isEqualTo(Map.of("f1", 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "MATCHES, (",
        "MATCHES, (a)\\1",
        "IN_CIDR, 10.0.0.0",
        "IN_CIDR, 10.0.0.0/33",
        "GREATER_THAN, ten",
        "EXISTS, x",
        "IS, ''"
    })
    void refusesValuesThatDoNotFitTheOperator(FilterOperator operator, String value) {
        var condition = new FilterCondition("srcip", operator, List.of(value));

        assertThatThrownBy(() -> isLeftOut(condition))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("'" + operator.label() + "'");
    }

    @Test
    void takesLinearTimeForAnExpressionThatOthersHangOn() {
        var document = Document.of("{\"hostname\":\"" + "a".repeat(50_000) + "\"}");
        var filters = new FilterSet(List.of(filter("f", new FilterCondition("hostname", MATCHES, List.of("(a+)+b")))));

        assertThat(filters.matching(document)).isEmpty();
    }

    private static boolean isLeftOut(FilterCondition condition) {
        return new FilterSet(List.of(filter("f", condition))).matching(RECORD).isPresent();
    }

    private static LogFilter filter(String id, FilterCondition... conditions) {
        return new LogFilter(id, id, Optional.empty(), List.of(conditions));
    }
}
