"""An instructor's dashboard in JupyterLab: sliders, four charts to choose, and a box for a student's code."""

import ipywidgets
import pandas
import traitlets
from plotly import graph_objects
from plotly.subplots import make_subplots

from cases import CaseError, Plan
from cases.codes import Refused
from model import simulate
from model.inputs import complete_plan
from widgets.page import element, escape
from widgets.state import place_of, shown_quantities
from widgets.studio import Studio, allowed_plan

QUANTITIES = ("satisfaction", "participation", "volunteers", "public_cost")
COLUMNS = 2
HEIGHT = 520
WIDE = ipywidgets.Layout(width="auto")
NAMES = {"description_width": "14rem"}
"""Room for the name of a lever beside its slider."""


class Dashboard(ipywidgets.VBox):
    """Charts in Plotly and sliders, tied to a studio: what moves in one moves in the other.

    Parameters
    ----------
    place : str, cases.Case, cases.Plan or Studio
        As for `Studio`, a student's code or link included; or a studio that is shown elsewhere in
        the notebook.
    quantities : sequence of str, optional
        What the charts show at first, any quantities that a studio can draw.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    **values
        Passed on to `Studio`: months, begins, plan, shocks.

    Attributes
    ----------
    studio : Studio
        The studio behind it; show it in another cell to have both.
    plan : dict
        What was changed; readable, writable, checked, and the same as ``studio.plan``.
    figure : plotly.graph_objects.FigureWidget
        Two lines a chart, the place as it was and the plan, from the month ``studio.since`` on;
        may be changed and exported as any figure of Plotly.

    Raises
    ------
    CaseError
        For a plan, code or quantity that is not allowed.
    """

    plan = traitlets.Dict()

    def __init__(self, place, quantities=QUANTITIES, language=None, **values):
        self.studio = place if isinstance(place, Studio) else Studio(place, language=language, **values)
        self.say = self.studio.say
        self.units = {one["key"]: one["unit"] for one in shown_quantities(self.studio.case) if one["named"]}
        self._check(quantities)
        self._showing = False
        self._own = self._run_of({})
        self.sliders = {lever.lever: self._slider(lever) for lever in self.studio.case.levers if lever.shown}
        self.pickers = [self._picker(name) for name in quantities]
        self.figure = self._figure()
        super().__init__([*self._code_row(), self._grid(), self.figure])
        self.tie = traitlets.link((self.studio, "plan"), (self, "plan"))
        self.studio.observe(self._show, ["plan", "shocks", "begins"])
        self._show()

    @traitlets.validate("plan")
    def _plan_is_allowed(self, proposal):
        return allowed_plan(proposal.value)

    def __repr__(self):
        return f"Dashboard({self.studio.case.key!r}, plan={self.plan!r})"

    def _check(self, quantities):
        for name in quantities:
            if name not in self.units:
                raise CaseError(f"quantities: {name!r} is not one that can be shown; allowed are {', '.join(self.units)}.")

    def _run_of(self, plan):
        studio = self.studio
        return simulate(studio.case, plan, studio.months, studio.case.shocks if not plan else studio._shocks())

    def _slider(self, lever):
        slider = ipywidgets.FloatSlider(
            min=lever.low, max=lever.high, step=lever.step, description=lever.name[self.say.language],
            style=NAMES, layout=WIDE, readout_format=",.2f" if lever.unit == "1" else ",.0f", tooltip=lever.hint[self.say.language],
        )
        slider.observe(lambda change: self._move(lever.lever, change.new), "value")
        return slider

    def _picker(self, name):
        names = [(self.say(f"quantity.{key}"), key) for key in self.units]
        picker = ipywidgets.Dropdown(options=names, value=name, layout=WIDE, description_allow_html=False)
        picker.observe(self._show, "value")
        return picker

    def _code_row(self):
        """A box for a code, a button that undoes everything, and a line that says what happened."""
        say = self.say
        box = ipywidgets.Layout(width="32rem", max_width="100%")
        self.code = ipywidgets.Text(
            placeholder=say("dashboard.code.hint"), description=say("dashboard.code"), style=NAMES, layout=box, continuous_update=False,
        )
        self.code.observe(lambda change: change.new.strip() and self.open_plan(change.new.strip()), "value")
        back = ipywidgets.Button(description=say("studio.reset"))
        back.on_click(lambda _: self.studio.set_trait("plan", {}))
        self.told = ipywidgets.HTML()
        return ipywidgets.HBox([self.code, back]), self.told

    def _grid(self):
        half = ipywidgets.Layout(grid_template_columns="repeat(auto-fit, minmax(24rem, 1fr))", width="100%")
        return ipywidgets.VBox([
            ipywidgets.GridBox([*self.sliders.values()], layout=half),
            ipywidgets.GridBox(self.pickers, layout=ipywidgets.Layout(grid_template_columns=f"repeat({COLUMNS}, 1fr)")),
        ])

    def _figure(self):
        rows = -(-len(self.pickers) // COLUMNS)
        figure = graph_objects.FigureWidget(make_subplots(rows, COLUMNS, subplot_titles=[" "] * len(self.pickers)))
        months = pandas.date_range(self.studio.case.begins, periods=self.studio.months + 1, freq="MS")[self.studio.since:]
        for at in range(len(self.pickers)):
            for name, line in (("studio.own", {"dash": "dash", "color": "#7b868d"}), ("studio.mine", {"color": "#0b665e"})):
                trace = graph_objects.Scatter(x=months, name=self.say(name), line=line, showlegend=at == 0)
                figure.add_trace(trace, at // COLUMNS + 1, at % COLUMNS + 1)
        figure.update_layout(height=HEIGHT, margin={"l": 50, "r": 20, "t": 60, "b": 40}, legend={"orientation": "h", "y": 1.12}, template="plotly_white", autosize=True)
        figure._config = {"responsive": True, "displaylogo": False}
        return figure

    def open_plan(self, text):
        """Show the plan of a code, a link or a `cases.Plan`; one that cannot be shown here is refused with a sentence."""
        try:
            plan = self._opened(text)
            self.studio.begins = plan.begins
        except CaseError as error:
            self.told.value = escape(self._sentence(error))
            return
        self.studio.shocks = plan.all_shocks
        self.studio.prediction = plan.prediction
        self.plan = dict(plan.changes)
        self.told.value = escape(self.say("dashboard.opened"))

    def _opened(self, text):
        plan = text if isinstance(text, Plan) else Plan.from_code(text)
        if plan.place != self.studio.case.key:
            raise CaseError(self.say("dashboard.elsewhere", place=place_of(plan.place).name[self.say.language]))
        return plan

    def _sentence(self, error):
        """What was wrong, in the reader's language where its words are known."""
        if not isinstance(error, Refused):
            return str(error)
        why = self.say(f"more.share.no.{error.reason}", **error.slots)
        return why if error.reason == "empty" else self.say("more.share.refused", why=why)

    def _move(self, lever, value):
        begins = self.studio.begins
        if not self._showing and value != self._value(lever):
            self.plan = {**self.plan, lever: {begins: value} if begins else value}

    def _value(self, lever):
        """Where a lever stands from the month on in which changes begin."""
        setting = complete_plan(self.studio.case, self.plan)[lever]
        if not hasattr(setting, "items"):
            return setting
        return setting[max(month for month in setting if month <= self.studio.begins)]

    def _show(self, _change=None):
        """Bring sliders, titles and lines up to date with the studio."""
        self._show_levers()
        run = self.studio.run
        with self.figure.batch_update():
            for at, picker in enumerate(self.pickers):
                name, unit = picker.value, self.units[picker.value]
                title = self.say(f"quantity.{name}")
                self.figure.layout.annotations[at].text = title if unit == "1" else f"{title} ({self.say(f'unit.{unit}')})"
                for trace, frame in zip(self.figure.data[2 * at:], (self._own, run)):
                    trace.y = frame[name].iloc[self.studio.since:]

    def _show_levers(self):
        """Let every slider stand where its lever does, widened for a value that its range leaves out.

        A slider holds what it is given within its ends, and says so as if a hand had moved it: what
        it says meanwhile is no change of the plan.
        """
        self._showing = True
        try:
            for name, slider in self.sliders.items():
                lever, value = self.studio.case.lever(name), self._value(name)
                slider.min, slider.max = min(lever.low, value), max(lever.high, value)
                slider.value = value
        finally:
            self._showing = False

    def _repr_mimebundle_(self, **kwargs):
        """Live where there is a kernel; on a page without one, the four dimensions as a picture."""
        data = super()._repr_mimebundle_(**kwargs)
        note = element("p", escape(self.say("dashboard.static")), class_="gt-note")
        still = element("div", self.studio.picture(), note, class_="gt-still")
        return {**data, "text/html": element("div", still, class_="gt-widget")}
