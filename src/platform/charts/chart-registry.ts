import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';

let registered = false;

/** Chart.js with only the parts that our charts use: the browser downloads no other. */
export function chartClass(): typeof Chart {
  if (!registered) {
    Chart.register(
      BarController,
      BarElement,
      LineController,
      LineElement,
      PointElement,
      LinearScale,
      CategoryScale,
    );
    registered = true;
  }
  return Chart;
}
