"""The widgets' module becomes one classic script, or is refused."""

import pytest
from _theme.assets import POLICY, classic_script


def test_the_module_becomes_a_script_without_import_and_export():
    script = classic_script('const x = import.meta.url;\nexport default x;\n')
    assert script == "(() => {\nconst x = document.currentScript.src;\n})();\n"


@pytest.mark.parametrize("module", ["const x = 1;\n", 'import { y } from "./y.js";\nexport default y;\n', "export const a = 1;\nexport default a;\n"])
def test_a_module_of_several_files_is_refused(module):
    with pytest.raises(ValueError, match="one file that imports nothing"):
        classic_script(module)


def test_the_policy_allows_nothing_but_the_own_host():
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY
