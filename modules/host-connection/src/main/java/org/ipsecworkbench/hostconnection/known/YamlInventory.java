package org.ipsecworkbench.hostconnection.known;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.known.YamlTree.Node;

/**
 * Reads an inventory of Ansible in the form of YAML: groups with their {@code hosts}, {@code vars} and {@code children}. Values
 * that are no plain text, such as lists and what a vault holds, are not among those that count here.
 *
 * @see <a href="https://docs.ansible.com/ansible/latest/collections/ansible/builtin/yaml_inventory.html">its form</a>
 */
final class YamlInventory {
    private final HostImport into;
    private final AnsibleInventory inventory;

    YamlInventory(HostImport into) {
        this.into = into;
        inventory = new AnsibleInventory(into);
    }

    void read(String text) {
        Node root = YamlTree.read(text, into);
        root.members().forEach((name, group) -> group(name, group, 0));
        inventory.finish();
    }

    private void group(String name, Node group, int depth) {
        if (depth > AnsibleInventory.MAX_DEPTH) {
            into.problem(group.line(), "Groups are part of one another too deep; these are left out.");
            return;
        }
        String own = name.equals(AnsibleInventory.ALL) ? AnsibleInventory.UNGROUPED : name;
        member(group, "vars")
                .members()
                .forEach((variable, value) -> value.text().ifPresent(text -> inventory.variable(name, variable, text)));
        member(group, "hosts")
                .members()
                .forEach((host, values) -> inventory.hosts(values.line(), host, variables(values), own));
        member(group, "children").members().forEach((child, content) -> {
            if (!name.equals(AnsibleInventory.ALL)) {
                inventory.child(child, name);
            }
            group(child, content, depth + 1);
        });
    }

    private static Node member(Node group, String name) {
        return Optional.ofNullable(group.members().get(name)).orElse(Node.NOTHING);
    }

    private static Map<String, String> variables(Node values) {
        Map<String, String> variables = new HashMap<>();
        // A password that a vault holds is one, too, of which only that it is there matters.
        values.members()
                .forEach((name, value) -> variables.put(name, value.text().orElse("")));
        return variables;
    }
}
